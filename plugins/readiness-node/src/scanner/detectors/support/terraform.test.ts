import { createTestContext } from '../testing/createTestContext';
import { readTerraform } from './terraform';

describe('readTerraform', () => {
  it('reads resources and modules with their attributes', async () => {
    const { context } = createTestContext({
      files: {
        'infra/main.tf': `# resource "aws_db_instance" "commented" {}
resource "aws_db_instance" "main" {
  engine            = "postgres" // 16
  storage_encrypted = true
  tags = {
    team = "payments"
  }
}

resource "aws_ecr_repository" "image" {
  image_scanning_configuration { scan_on_push = true }
}

module "cache" {
  source = "./cache"
}
`,
      },
    });

    const [file] = await readTerraform(context);

    expect(
      file.blocks.map(({ type, name, line }) => [type, name, line]),
    ).toEqual([
      ['aws_db_instance', 'main', 2],
      ['aws_ecr_repository', 'image', 10],
      ['module', 'cache', 14],
    ]);
    expect(file.blocks[0].attribute('engine')).toEqual({
      value: 'postgres',
      line: 3,
    });
    expect(file.blocks[0].attribute('storage_encrypted')).toEqual({
      value: 'true',
      line: 4,
    });
    expect(file.blocks[0].attribute('tags.team')?.value).toBe('payments');
    expect(
      file.blocks[1].attribute('image_scanning_configuration.scan_on_push'),
    ).toEqual({ value: 'true', line: 11 });
    expect(file.blocks[2].attribute('source')?.value).toBe('./cache');
  });
});
