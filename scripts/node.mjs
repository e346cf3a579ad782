/*
 * Says in one sentence that the installed Node is too old, before anything else could fail in a less clear way.
 * Imports nothing and uses old syntax only, so that an old Node can run it: start and test ask it first.
 */

const oldest = [20, 19];

/** True, after saying so, when this Node is older than 20.19. */
export const tooOld = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return false;
  console.error(
    `绣花需要 Node ${oldest.join('.')} 或更新的版本，这里是 ${process.versions.node}，请升级后再运行。` +
      `\nXiuhua needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}. Please upgrade and run it again.`,
  );
  return true;
};
