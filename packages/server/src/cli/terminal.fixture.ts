import { runLine } from './main.ts';

/** Runs a command line as somebody at a terminal would; what it printed (`json` reads that), what it complained of, its exit code. */
export const xiuhua = async (...line: string[]) => {
  const [out, err]: [string[], string[]] = [[], []];
  const env = { LANG: 'zh_CN.UTF-8' };
  const code = await runLine(line, { env, print: (text) => out.push(text), complain: (text) => err.push(text) });
  return { code, out: out.join('\n'), err: err.join('\n'), json: () => JSON.parse(out.join('\n')) as unknown };
};
