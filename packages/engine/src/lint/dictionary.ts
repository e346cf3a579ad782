/** Slips of the pen that are no words by themselves, and what was meant. */
export const typos: readonly (readonly [wrong: string, right: string])[] = [
  ['随即抽', '随机抽'],
  ['布署', '部署'],
  ['付组长', '副组长'],
  ['台帐', '台账'],
  ['销帐', '销账'],
  ['挂帐', '挂账'],
  ['建帐', '建账'],
  ['按步就班', '按部就班'],
  ['既使', '即使'],
  ['松驰', '松弛'],
  ['杜决', '杜绝'],
  ['按装', '安装'],
  ['做为', '作为'],
  ['垃级', '垃圾'],
  ['拉圾', '垃圾'],
  ['环镜', '环境'],
  ['整冶', '整治'],
  ['冶理', '治理'],
  ['违张', '违章'],
  ['乱塔', '乱搭'],
  ['责仼', '责任'],
  ['巩故', '巩固'],
  ['长郊', '长效'],
  ['督办促', '督促'],
  ['座落', '坐落'],
  ['渲泄', '宣泄'],
  ['防犯', '防范'],
  ['排察', '排查'],
  ['检察表', '检查表'],
  ['联系会议制度', '联席会议制度'],
];

/** Names that have an official form. */
export const canonical: readonly (readonly [written: string, official: string])[] = [
  ['12345市长热线', '12345政务服务便民热线'],
  ['12345市民热线', '12345政务服务便民热线'],
  ['残废人', '残疾人'],
];

/** Standards that a later one has replaced. */
export const superseded: readonly (readonly [old: RegExp, now: string])[] = [
  [/CJ\/T ?292[-—]2008/, 'GB/T 30428.4-2016'],
  [/CJ\/T ?213[-—]2005/, 'GB/T 30428.1-2013'],
  [/CJ\/T ?214[-—]20(05|07)/, 'GB/T 30428.2-2013'],
  [/CJJ\/T ?106[-—]2005/, 'CJJ/T 106-2010'],
  [/CJJ ?14[-—]2005/, 'CJJ 14-2016'],
  [/GB ?50180[-—](19)?93/, 'GB 50180-2018'],
];

/** Family names that are common enough to be met in a plan. */
export const familyNames =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚';

/** Words that say how good something is, without saying when it is. */
export const qualitative =
  /(基本(?:实现|消除|解决|完成)|明显(?:改善|好转|提升|提高|改观|增强)|显著(?:改善|提升|提高|增强)|大(?:改变|提升|变样)|力争取得实效)/;

/** Words that say that something recurs, without saying how often. */
export const vague = /((?:不?定期|经常性?|适时|不定时)(?:地)?(?:组织|开展|召开|通报|检查|督查|巡查|抽查|公布|发布|报告|印发|调度|会商))/;
