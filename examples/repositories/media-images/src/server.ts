import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import Fastify from 'fastify';
import sharp from 'sharp';
import { servedWidth } from './size.js';

const s3 = new S3Client({});
const app = Fastify();

app.get('/', async () => 'media-images');
app.get<{ Params: { title: string }; Querystring: { w?: string } }>('/artwork/:title', async (request, reply) => {
  const { Body } = await s3.send(
    new GetObjectCommand({ Bucket: 'media-originals', Key: `artwork/${request.params.title}.png` }),
  );
  const original = await Body?.transformToByteArray();
  if (!original) {
    return reply.code(404).send();
  }
  console.log('resizing', request.params.title);
  const image = await sharp(original).resize({ width: servedWidth(Number(request.query.w ?? 640)) }).webp().toBuffer();
  return reply.type('image/webp').header('cache-control', 'public, max-age=86400').send(image);
});

await app.listen({ port: 3000, host: '0.0.0.0' });
