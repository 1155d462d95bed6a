/** A telephone number as it is shown: 138****1000. At most seven digits show; shorter numbers keep less. */
export const maskPhone = (phone: string): string => {
  const [head, tail] = phone.length >= 11 ? [3, 4] : [Math.floor(phone.length / 4), Math.floor(phone.length / 4)];
  return phone.slice(0, head) + '*'.repeat(phone.length - head - tail) + phone.slice(phone.length - tail);
};
