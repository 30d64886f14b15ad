// Where the Prisma CLI finds the schema, the migrations and the database; the server itself migrates without it.
import { join } from 'node:path'
import { defineConfig } from 'prisma/config'

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: `file:${join(process.env.PSIONA_DATA ?? 'data', 'psiona.db')}` },
})
