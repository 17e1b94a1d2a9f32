/**
 * Gives elements a size, which they have not where there is no layout: what is
 * virtualised would otherwise draw nothing.
 */
export function withLayout(size: { width: number; height: number }): void {
  let spies: jest.SpyInstance[] = [];
  beforeEach(() => {
    spies = [
      jest
        .spyOn(HTMLElement.prototype, 'offsetWidth', 'get')
        .mockReturnValue(size.width),
      jest
        .spyOn(HTMLElement.prototype, 'offsetHeight', 'get')
        .mockReturnValue(size.height),
      jest
        .spyOn(Element.prototype, 'clientWidth', 'get')
        .mockReturnValue(size.width),
      jest
        .spyOn(Element.prototype, 'clientHeight', 'get')
        .mockReturnValue(size.height),
    ];
    Element.prototype.scrollTo = () => {};
  });
  afterEach(() => {
    for (const spy of spies) {
      spy.mockRestore();
    }
  });
}

/** Makes media queries answer as a window of this width does. */
export function withWindowWidth(width: number): void {
  beforeEach(() => {
    window.matchMedia = (query: string) => {
      const least = Number(/min-width:\s*([\d.]+)px/.exec(query)?.[1] ?? 0);
      const most = Number(
        /max-width:\s*([\d.]+)px/.exec(query)?.[1] ?? Infinity,
      );
      return Object.assign(new EventTarget(), {
        matches: width >= least && width <= most,
        media: query,
        onchange: null,
        addListener: () => {},
        removeListener: () => {},
      });
    };
  });
}
