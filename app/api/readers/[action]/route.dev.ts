import { answerInDevelopment } from "@/lib/readers/development"

const answer = async (request: Request, { params }: { params: Promise<{ action: string }> }) =>
  answerInDevelopment(request, (await params).action)

export { answer as GET, answer as POST }
