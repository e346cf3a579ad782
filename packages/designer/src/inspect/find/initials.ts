/**
 * The pinyin initials of Chinese names. GB 2312 lists its 3,755 common characters in the order of their pinyin, so the
 * first code of each letter is all the table there is to carry; rarer ones are placed among them by the collation of
 * the browser. Characters that are read in several ways in names of places carry every initial.
 */

const firstCodes =
  'A:B0A1 B:B0C5 C:B2C1 D:B4EE E:B6EA F:B7A2 G:B8C1 H:B9FE J:BBF7 K:BFA6 L:C0AC M:C2E8 N:C4C3 O:C5B6 P:C5BE Q:C6DA R:C8BB S:C8F6 T:CBFA W:CDDA X:CEF4 Y:D1B9 Z:D4D1';

const lastCommon = 0xd7f9;

/** Characters with more than one reading, by their initials. */
const several =
  '长CZ 重CZ 朝CZ 行HX 乐LY 厦SX 大DT 都D 单DSC 曾CZ 解JX 仇CQ 盖G 区OQ 查CZ 缪M 尉WY 车CJ 参CS 藏CZ 调DT 弹DT 降JX 校JX 石DS 系JX 铅QY 番FP 会HK 莘SX 陂BP 堡BP 埔BP 浒HX 圩WX 泊BP 薄B 剥B 传CZ 种CZ 乘CS 盛CS 澄CD 匙CS 畜CX 提DT 囤DT 恶EW 脯FP 轧YZG 合HG 茄JQ 壳KQ 咳HK 落L 率LS 牟M 尿NS 炮BP 曝BP 期JQ 奇JQ 覃QT 什SZ 属SZ 万MW 尾WY 吓HX 巷HX 叶XY 弄LN 沈CS 氏SZ 殖SZ 祭JZ 卜BP 秘BM 泌BM 贾GJ 见JX 给GJ 龟GJQ 还HX 纤QX 蔓MW 疟NY 便BP 扁BP 栖QX 折SZ 辟BP 伺CS 嘎G 蛤GH 槛JK 咖GK 戚Q 埤BP 阚HK 峒DT 洞D 颤CZ 臭CX 柜GJ 桧GH 夹GJ 监J 角J 嚼J 缉JQ 卡KQ 六L 绿L 露L 埋M 没M 嗯N 娜N 粘NZ 胖P 屏BP 铺P 仆P 色S 杉S 扇S 舍S 省SX 识SZ 说SY 宿SX 隧S 沓DT 拓T 汤ST 褪T 纬W 吁XY 咽Y 员Y 钥Y 扎Z 择Z 着Z 召SZ 幢CZ 综Z 钻Z';

interface Table {
  readonly firsts: readonly (readonly [letter: string, code: number])[];
  readonly several: ReadonlyMap<string, string>;
  readonly codeOf: ReadonlyMap<string, number>;
  readonly collator: Intl.Collator;
}

const made = (): Table => {
  const decoder = new TextDecoder('gbk');
  const codeOf = new Map<string, number>();
  for (let code = 0xb0a1; code <= lastCommon; code += (code & 0xff) === 0xfe ? 0xa3 : 1)
    codeOf.set(decoder.decode(Uint8Array.of(code >> 8, code & 0xff)), code);
  return {
    firsts: firstCodes.split(' ').map((entry) => [entry.slice(0, 1), Number.parseInt(entry.slice(2), 16)] as const),
    several: new Map(several.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)])),
    codeOf,
    collator: new Intl.Collator('zh-Hans-CN-u-co-pinyin'),
  };
};

/** The first characters of each letter by the collation of browsers, for what the common characters do not have. */
const collated = '阿八擦搭俄发噶哈击喀垃妈拿哦趴七然撒他挖夕丫匝';

let table: Table | undefined;

const lettersOf = (character: string): string => {
  table ??= made();
  const ways = table.several.get(character);
  if (ways) return ways;
  const code = table.codeOf.get(character);
  const { firsts, collator } = table;
  if (code !== undefined) return firsts.findLast(([, first]) => first <= code)?.[0] ?? '';
  const place = [...collated].findLastIndex((first) => collator.compare(first, character) <= 0);
  return firsts[place]?.[0] ?? '';
};

/** What each character of a name can be typed as, in lower case: itself, and the initials of a Chinese one. */
export const keysOf = (name: string): readonly string[] =>
  [...name.toLowerCase()]
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .map((character) => (/\p{Script=Han}/u.test(character) ? character + lettersOf(character).toLowerCase() : character));

/** True when some run of the name's characters can be typed like this, character by character. */
export const typedAs = (name: string, typed: string): boolean => {
  const keys = keysOf(name);
  const wanted = [...typed.toLowerCase()];
  return keys.some((_, start) => wanted.every((letter, i) => keys[start + i]?.includes(letter) ?? false));
};
