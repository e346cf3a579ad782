import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line that carries everything, and every now and then drops all that is on it. */
export interface BreakingLine {
  readonly port: number;
  /** How often it broke while something was on it. */
  breaks(): number;
  close(): Promise<void>;
}

/** Opens a line before a server. `pause` says how long it holds this time, in ms; `perSecond` how many bytes it carries. */
export const openBreakingLine = async (target: number, pause: () => number, perSecond: number): Promise<BreakingLine> => {
  const sockets = new Set<Socket>();
  let broken = 0;
  let closing = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let free = Date.now();
  /** Waits until so many bytes have gone over the line, which all connections share. */
  const carried = (bytes: number): Promise<void> => {
    free = Math.max(free, Date.now()) + (bytes / perSecond) * 1000;
    return new Promise((done) => setTimeout(done, free - Date.now()));
  };
  const server = createServer((client) => {
    const onward = connect(target, '127.0.0.1');
    for (const socket of [client, onward]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    client.on('data', (bytes: Buffer) => {
      client.pause();
      void carried(bytes.length).then(() => {
        onward.write(bytes);
        client.resume();
      });
    });
    client.on('end', () => onward.end());
    onward.pipe(client);
    onward.on('close', () => client.destroy());
    client.on('close', () => onward.destroy());
  });
  const breakIt = (): void => {
    if (sockets.size > 0) broken++;
    for (const socket of sockets) socket.destroy();
    if (!closing) timer = setTimeout(breakIt, pause());
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  timer = setTimeout(breakIt, pause());
  return {
    port: (server.address() as AddressInfo).port,
    breaks: () => broken,
    close: () => {
      closing = true;
      clearTimeout(timer);
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
};
