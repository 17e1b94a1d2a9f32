import { parseEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { templateRouteRef } from '../routes';

/**
 * Gives the address of a template's form, filled in for one service and check.
 * Nothing where the scaffolder is not installed, or the reference is none.
 */
export function useTemplateLink(): (
  template: string | undefined,
  formData: { entityRef: string; check: string },
) => string | undefined {
  const templateRoute = useRouteRef(templateRouteRef);
  return (template, formData) => {
    if (!template || !templateRoute) {
      return undefined;
    }
    try {
      const { namespace, name } = parseEntityRef(template, {
        defaultKind: 'template',
      });
      const path = templateRoute({ namespace, templateName: name });
      const query = new URLSearchParams({ formData: JSON.stringify(formData) });
      return `${path}?${query}`;
    } catch {
      // A reference that cannot be read gives no button: the steps remain.
      return undefined;
    }
  };
}
