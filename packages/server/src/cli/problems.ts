import { hasErrors, type Problem, say } from '@xiuhua/engine';
import { exit, type Request } from './command.ts';
import { speak } from './words.ts';

const marks = { error: '■', warning: '▲', hint: '◇' } as const;

/** Prints problems, as sentences or as `{"ok", "problems": [{code, severity, at, message}]}`; the exit code they ask for. */
export const printProblems = (request: Request, problems: readonly Problem[]): number => {
  const { language, json, print } = request;
  const ok = !hasErrors(problems);
  const said = problems.map((p) => ({ code: p.code, severity: p.severity, at: p.at, message: say(p, language) }));
  if (json) print(JSON.stringify({ ok, problems: said }));
  else {
    for (const p of said) print(`${marks[p.severity]} ${speak(language, p.severity)}  ${p.message}\n    ${p.at || '/'}  ${p.code}`);
    const count = (severity: Problem['severity']): number => problems.filter((p) => p.severity === severity).length;
    print(
      problems.length === 0
        ? speak(language, 'fine')
        : speak(language, 'count', { errors: count('error'), warnings: count('warning'), hints: count('hint') }),
    );
  }
  return ok ? exit.fine : exit.problems;
};
