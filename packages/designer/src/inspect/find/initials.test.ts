// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { xiaoqing } from '../inspect.fixture.ts';
import { keysOf, typedAs } from './initials.ts';

describe('a name typed by the initials of its pinyin', () => {
  it.each([
    ['东街公厕', 'djgc'],
    ['东街公厕', 'gc'],
    ['小箐社区活动广场', 'xqsq'],
    ['建设路门店', 'jslmd'],
    ['重庆路农贸市场', 'cqlnm'],
    ['重工街', 'zgj'],
    ['朝阳门菜市', 'cym'],
    ['朝晖里', 'zhl'],
    ['长安街', 'caj'],
    ['村长家巷', 'czj'],
    ['银行门前', 'yhmq'],
    ['人行道', 'rxd'],
    ['音乐广场', 'yygc'],
    ['快乐里', 'kll'],
    ['厦门路', 'xml'],
    ['大厦停车场', 'dstc'],
    ['六安巷', 'lax'],
    ['单县路', 'sxl'],
    ['曾家坪', 'zjp'],
    ['区政府西侧', 'qzfx'],
    ['瓦窑堡', 'wyb'],
    ['十里堡', 'slp'],
    ['浐灞半岛', 'cbbd'],
    ['鄠邑路', 'hyl'],
    ['鑫源小区3栋', 'xyxq3d'],
    ['G320国道', 'g320gd'],
    ['西街（北段）', 'xjbd'],
  ])('%s is found by %s', (name, typed) => {
    expect(typedAs(name, typed)).toBe(true);
    expect(typedAs(name, typed.toUpperCase())).toBe(true);
  });

  it.each([
    ['东街公厕', 'dgc'],
    ['东街公厕', 'xjgc'],
    ['东街', 'djgc'],
  ])('%s is not found by %s', (name, typed) => {
    expect(typedAs(name, typed)).toBe(false);
  });

  it('characters and initials can be mixed', () => {
    expect(typedAs('东街公厕', '东街gc')).toBe(true);
  });

  it('every character of every site in the example has an initial', () => {
    for (const { name } of xiaoqing().places.sites)
      for (const keys of keysOf(name)) expect(keys.length, name).toBeGreaterThan(/\p{Script=Han}/u.test(keys) ? 1 : 0);
  });
});
