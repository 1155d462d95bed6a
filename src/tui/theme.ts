/** How a piece of text is drawn. */
export interface Style {
  readonly color?: string;
  readonly bold?: boolean;
  readonly dimColor?: boolean;
  readonly inverse?: boolean;
  readonly underline?: boolean;
}

/**
 * Every colour of the seat screen, by what it means. Nothing is told by colour alone: urgent has its mark, focus its heavy frame,
 * states their words; a test draws every screen and looks.
 */
export interface Theme {
  /** What has no meaning of its own. */
  readonly text: Style;
  /** Frames and labels that should step back. */
  readonly quiet: Style;
  readonly label: Style;
  readonly focus: Style;
  readonly title: Style;
  readonly strong: Style;
  readonly selected: Style;
  readonly urgent: Style;
  readonly good: Style;
  readonly warn: Style;
  readonly key: Style;
  readonly ring: Style;
  /** What of a result answers to the search. */
  readonly match: Style;
  /** What must not be read out by mistake. */
  readonly alarm: Style;
  /** A word that must be seen but not noticed. */
  readonly mark: Style;
  /** What says that all of it is an exercise; the frames of one. */
  readonly practice: Style;
  readonly practiceFrame: Style;
  /** Whether charts are drawn, or told in words. */
  readonly charts: 'drawn' | 'told';
}
