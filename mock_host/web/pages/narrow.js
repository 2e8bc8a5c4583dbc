// Whether the page is narrow: a phone, or a desktop at 200 %. The styles have the same width.

export const narrow = window.matchMedia('(max-width: 700px)');
