import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';

/** A way off the page that waits for the reader's word. */
export interface LeaveGuard {
  /** Where the reader wants to go; absent while nobody leaves. */
  target?: string;
  leave: () => void;
  stay: () => void;
}

/**
 * Asks before a text that was not saved is left: by a link of the page, by
 * closing the tab or by reloading. Backstage's router cannot hold the browser's
 * own "back"; there the draft is what keeps the text.
 */
export function useLeaveGuard(active: boolean): LeaveGuard {
  const navigate = useNavigate();
  const [target, setTarget] = useState<string | undefined>();
  useEffect(() => {
    if (!active) {
      return undefined;
    }
    const beforeUnload = (event: BeforeUnloadEvent) => {
      event.preventDefault();
      // Older browsers ask only where this is set.
      event.returnValue = '';
    };
    const click = (event: MouseEvent) => {
      const link =
        event.target instanceof Element
          ? event.target.closest('a[href]')
          : undefined;
      if (
        !(link instanceof HTMLAnchorElement) ||
        event.defaultPrevented ||
        event.button !== 0 ||
        event.metaKey ||
        event.ctrlKey ||
        event.shiftKey ||
        event.altKey ||
        link.target === '_blank' ||
        link.origin !== window.location.origin
      ) {
        return;
      }
      // Before the router's own listener, which is on the root below document.
      event.preventDefault();
      event.stopPropagation();
      setTarget(`${link.pathname}${link.search}${link.hash}`);
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', click, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', click, { capture: true });
    };
  }, [active]);
  return {
    target,
    leave: () => {
      if (target !== undefined) {
        setTarget(undefined);
        navigate(target);
      }
    },
    stay: () => setTarget(undefined),
  };
}
