/** From this width on, two panes stand side by side, as at the seat. */
export const twoColumns = 110;
