import { createArchiveServer } from '#commands/archive-server.ts'
createArchiveServer(process.argv[2], process.argv[3]).listen(+process.argv[4])
