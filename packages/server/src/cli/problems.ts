import { hasErrors, type Problem, say } from '@xiuhua/engine';
import { exit, type Request } from './command.ts';
import { speak } from './words.ts';

const marks = { error: '■', warning: '▲', hint: '◇' } as const;

/**
 * Prints problems, as sentences or as `{"ok", "problems": [{code, severity, at, message}], "waived": […]}`, with the
 * `witness` of a problem that has one; the exit code they ask for. What the plan says about leaving is listed last, with the reason, and not counted.
 */
export const printProblems = (request: Request, all: readonly Problem[]): number => {
  const { language, json, print } = request;
  const ok = !hasErrors(all);
  const problems = all.filter(({ waived }) => waived === undefined);
  const told = (p: Problem) => ({
    code: p.code,
    severity: p.severity,
    at: p.at,
    message: say(p, language),
    ...(p.witness ? { witness: p.witness } : {}),
  });
  const said = problems.map(told);
  const waived = all.flatMap((p) => (p.waived === undefined ? [] : [{ ...told(p), reason: p.waived }]));
  if (json) print(JSON.stringify({ ok, problems: said, waived }));
  else {
    for (const p of said) print(`${marks[p.severity]} ${speak(language, p.severity)}  ${p.message}\n    ${p.at || '/'}  ${p.code}`);
    for (const p of waived)
      print(`○ ${speak(language, 'waivedMark', { reason: p.reason })}\n    ${p.message}\n    ${p.at || '/'}  ${p.code}`);
    const count = (severity: Problem['severity']): number => problems.filter((p) => p.severity === severity).length;
    print(
      problems.length === 0
        ? speak(language, 'fine')
        : speak(language, 'count', { errors: count('error'), warnings: count('warning'), hints: count('hint') }),
    );
  }
  return ok ? exit.fine : exit.problems;
};
