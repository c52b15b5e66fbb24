import { expect, test } from 'vitest';
import { csvCell, csvLine } from './csv.ts';

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
  ['+8613900000000', "'+8613900000000"],
  ['-1+1', "'-1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['\tx', "'\tx"],
  ['a,b', '"a,b"'],
  ['两\n行', '"两\n行"'],
  [-13, '-13'],
  [null, ''],
  [undefined, ''],
  ['སྒྲོལ་མ', 'སྒྲོལ་མ'],
])('%j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

test('a line ends as RFC 4180 says', () => {
  expect(csvLine(['a', 1])).toBe('a,1\r\n');
});
