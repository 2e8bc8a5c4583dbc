// How large a person's window is, and in which colors: the screens must be right in each.

const sizes = {
    '1280×800': { viewport: { width: 1280, height: 800 } },
    '390×844': { viewport: { width: 390, height: 844 }, hasTouch: true },
    '1280×800 at 200 %': { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
};

/** Each size in light and in dark: {name, options}, options as playwright's for a context. */
export const appearances = Object.entries(sizes).flatMap(([size, options]) =>
    ['light', 'dark'].map((colorScheme) => ({
        name: `${size}, ${colorScheme}`,
        options: { ...options, colorScheme },
    })),
);
