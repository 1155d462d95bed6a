/** A telephone number as it is shown: 138****1000. At most seven digits show; shorter numbers keep less. */
export const maskPhone = (phone: string): string => {
  const [head, tail] = phone.length >= 11 ? [3, 4] : [Math.floor(phone.length / 4), Math.floor(phone.length / 4)];
  return phone.slice(0, head) + '*'.repeat(phone.length - head - tail) + phone.slice(phone.length - tail);
};

/** Characters of the middle hidden, `head` and `tail` left; of a short text nothing is left. */
const maskMiddle = (text: string, head: number, tail: number): string => {
  const characters = [...text];
  if (characters.length < head + tail + 2) return '*'.repeat(characters.length);
  const hidden = '*'.repeat(characters.length - head - tail);
  return characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('');
};

/** The number of an identity document as it is shown: 3701**********1234. */
export const maskIdNumber = (number: string): string => maskMiddle(number, 4, 4);

/** An account, contract or card number as it is shown: its last four characters. */
export const maskAccount = (number: string): string => maskMiddle(number, 0, 4);

/** A person's name as it is shown: 刘**. */
export const maskName = (name: string): string => {
  const [first, ...rest] = [...name];
  return (first ?? '') + '*'.repeat(rest.length);
};

/** A home's address as it is shown: the district, when it names one, else the city; never street, number or estate. */
export const maskAddress = (address: string): string => {
  const place = /^(?:.{1,8}?省)?(?:.{1,8}?(?:市|州|盟))?(?:[^路街道巷弄号]{1,6}?(?<!小)(?<!社)(?<!园)[区县旗])?/u.exec(
    address,
  )?.[0];
  return `${place || [...address].slice(0, 2).join('')}****`;
};

const digit = '[0-9０-９]';
/** Digits as people write long numbers, also full-width and in groups. */
const grouped = (least: number, most: number | ''): string =>
  `${digit}(?:[ \u3000-]?${digit}){${least - 1},${most === '' ? '' : most - 1}}`;
const citizenNumber = new RegExp(
  `(?<![0-9A-Za-z０-９])${grouped(17, 17)}[ \\u3000-]?[0-9０-９XxＸｘ](?![0-9A-Za-z０-９])`,
  'gu',
);
const longNumber = new RegExp(`${grouped(8, '')}[XxＸｘ]?`, 'gu');
const birth = /^[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dX]$/;
const date = /^(?:19|20)\d{2}-\d{1,2}-\d{1,2}$/;

/** A text in which every citizen number is masked; people write them into free text, where nobody needs them. */
export const maskCitizenNumbers = (text: string): string =>
  text.replace(citizenNumber, (found) => {
    const folded = found.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
    return birth.test(folded) ? maskIdNumber(folded) : found;
  });

/** A text in which no number of eight digits and more is left but dates: for what is kept or comes from elsewhere. */
export const maskNumbers = (text: string): string =>
  maskCitizenNumbers(text).replace(longNumber, (found) =>
    date.test(found) ? found : found.replace(/[0-9０-９]/gu, '*'),
  );
