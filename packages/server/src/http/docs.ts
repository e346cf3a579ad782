import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { WebServer } from './api.ts';

/** Collects the description of the API; registered before the routes it describes. */
export const describeApi = async (app: WebServer): Promise<void> => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Xiuhua 绣花',
        version: '0.1.0',
        description:
          'Commands in, views out. Every refusal is `{ "problems": [{ code, severity, at, message }] }` in the language of Accept-Language.',
      },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'xiuhua' } } },
    },
    hideUntagged: true,
  });
};

/** The description as pages under `/api/docs`. */
export const showApi = async (app: WebServer): Promise<void> => {
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true },
    theme: { title: 'Xiuhua 绣花 API', css: [{ filename: 'plain.css', content: '.swagger-ui .topbar { display: none }' }] },
  });
};
