const FORM = /^(public|self|[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+)$/;

/** x-permission is there, well formed, and agrees with the security requirement. */
export default (operation) => {
  const permission = operation['x-permission'];
  if (typeof permission !== 'string' || !FORM.test(permission)) {
    return [{ message: 'x-permission is missing or not of the form public, self or thing.verb' }];
  }
  const security = operation.security;
  const open = Array.isArray(security) && (security.length === 0 || security.some((s) => Object.keys(s).length === 0));
  if (permission === 'public' && !open) {
    return [{ message: 'a public operation says `security: []`, or `security: [{}, {bearer: []}]` if a token is welcome' }];
  }
  if (permission !== 'public' && security !== undefined && open) {
    return [{ message: 'only a public operation goes without a token' }];
  }
  return [];
};
