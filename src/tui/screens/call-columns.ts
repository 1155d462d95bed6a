/** From this width on, the caller's account has a column of its own beside the call. */
export const threeColumns = 150;

/** How the call screen's width is shared out where there are three columns: caller and answer, knowledge, account. */
export const columnsOf = (width: number): readonly [call: number, knowledge: number, account: number] => {
  const call = Math.floor(width * 0.34);
  const account = Math.floor(width * 0.29);
  return [call, width - call - account, account];
};
