/** Arrays and maps at the top of a PATCH body are nullable: absent has to differ from empty. */
export default (schema, _options, context) => {
  const faults = [];
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    if ((member.type === 'array' || member.type === 'object') && member.nullable !== true) {
      faults.push({ message: `${name} is not nullable`, path: [...context.path, 'properties', name] });
    }
  }
  return faults;
};
