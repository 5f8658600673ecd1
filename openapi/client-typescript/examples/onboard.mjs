// Sets up a tenant, lets a program file a ticket, and follows what happens to it. Takes ready.json of a desk that runs:
//
//     node --import ./openapi/client-typescript/examples/localhost.mjs openapi/client-typescript/examples/onboard.mjs ~/.pledgedesk/ready.json
import { readFile } from 'node:fs/promises';
import { connect, EventsApi, IdentityApi, items, TenantsApi, TicketsApi } from '../target/dist/index.js';

const ready = JSON.parse(await readFile(process.argv[2], 'utf8'));
const key = `example-${crypto.randomUUID().slice(0, 8)}`;
const password = 'a password for the example only';
const operator = connect({ server: ready.baseUrl, token: ready.operator.token });
const desk = { server: `http://${key}.localhost:${new URL(ready.baseUrl).port}` };

const files = {
    'tenant.yaml': `key: ${key}\nname: {en: Example}\nnumberPrefix: EX\nlocales: [en]\nzone: Asia/Shanghai\nhosts: [${key}.localhost]\nbranding: {color: '#0b5f6b', monogram: E}\ncontact: {phone: '1'}\n`,
    'organisation.yaml': `departments: [{key: desk, name: {en: Desk}}]
teams: [{key: first, name: {en: First}, department: desk}]
roles:
- {key: agent, name: {en: Agent}, permissions: [ticket.read, ticket.reply, ticket.write, client.manage]}
- {key: program, name: {en: Program}, permissions: [ticket.create, ticket.read, event.read]}
`,
    'tickets.yaml': `workflows:
- key: plain
  statuses:
  - {key: new, name: {en: New}, category: new, next: [open, solved]}
  - {key: open, name: {en: Open}, category: open, next: [solved]}
  - {key: solved, name: {en: Solved}, category: solved, next: [open]}
categories: []
ticketTypes: [{key: question, name: {en: Question}, workflow: plain}]
`,
};
await new TenantsApi(operator).applyConfiguration({ tenantKey: key, configurationFiles: { files: Object.entries(files).map(([path, content]) => ({ path, content })) } });
console.log('tenant  ', key);

await new IdentityApi(operator).createTenantStaff({ tenantKey: key, newStaffMember: { login: 'agent', name: 'Agent', password, roles: ['agent'] } });
const { accessToken } = await new IdentityApi(connect(desk)).createToken({ tokenRequest: { grantType: 'password', name: 'agent', password } });
const agent = connect({ ...desk, token: accessToken });
const made = await new IdentityApi(agent).createApiClient({ newIntegrationClient: { name: 'Shop', roles: ['program'] } });

const program = connect({ ...desk, client: { id: made.id, secret: made.secret } });
const ticket = await new TicketsApi(program).createTicket({
    newTicket: { type: 'question', subject: 'Where is my order', description: 'It was to come on Monday.', requester: { name: 'Customer', email: 'customer@example.com' } },
});
console.log('ticket  ', ticket.number);

const answering = new TicketsApi(agent);
await answering.createMessage({ ticketId: ticket.id, newMessage: { body: 'It left the store this morning.' } });
const now = await answering.getTicket({ ticketId: ticket.id });
await answering.changeTicket({ ticketId: ticket.id, ticketChange: { status: 'solved' }, ifMatch: `"${now.version}"` });

const events = new EventsApi(program);
for await (const event of items((pageAfter) => events.listEvents({ pageAfter, pageSize: 2 }))) {
    if (event.subjectId === ticket.id) {
        console.log('event   ', event.type);
    }
}
console.log('status  ', (await new TicketsApi(program).getTicket({ ticketId: ticket.id })).status);
