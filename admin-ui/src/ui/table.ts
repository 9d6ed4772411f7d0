/** A column of a table: its cell is the slot named by its key, or the row's field of that name. */
export type Column = {
  readonly key: string;
  readonly label: string;
  readonly width?: string;
  readonly figures?: boolean;
  /** Its text stays on one line: instants, names, numbers. */
  readonly tight?: boolean;
};
