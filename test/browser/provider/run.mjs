// A real OpenID Connect provider on loopback, in a process of its own. What it is to be comes in PROVIDER, as JSON.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const { port, page, clientId, resource, accounts, key, tokenSeconds, refreshes } = JSON.parse(
  process.env.PROVIDER,
);

const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, {
  clients: [
    {
      client_id: clientId,
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: key.alg,
      grant_types: ['authorization_code', ...(refreshes ? ['refresh_token'] : [])],
      redirect_uris: [`${page}/sign-in/return`],
      post_logout_redirect_uris: [`${page}/sign-in`],
    },
  ],
  jwks: { keys: [key] },
  clientBasedCORS: (_, origin) => origin === page,
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  // Who is somebody here, by groups of its own: names of the exchange are not known to it.
  extraTokenClaims: (_, { accountId }) => accounts[accountId] ?? {},
  issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  cookies: { keys: ['loopback'] },
  features: {
    devInteractions: { enabled: true },
    rpInitiatedLogout: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'openid',
        audience: resource,
        accessTokenFormat: 'jwt',
        accessTokenTTL: tokenSeconds,
        jwt: { sign: { alg: key.alg } },
      }),
    },
  },
  ttl: {
    AccessToken: tokenSeconds,
    Grant: 3600,
    IdToken: 3600,
    Interaction: 600,
    RefreshToken: 3600,
    Session: 3600,
  },
});

const server = createServer(provider.callback());
server.listen(port, '127.0.0.1', () => console.log(`answers on ${issuer}`));
process.once('SIGTERM', () => {
  server.close(() => process.exit());
  server.closeAllConnections();
});
