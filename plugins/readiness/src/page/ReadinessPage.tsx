import { Header, Page, TabbedLayout } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ChecksContent } from '../checks/ChecksContent';
import { Frame } from '../components';
import { OverviewContent } from '../overview/OverviewContent';
import { ServicesContent } from '../services/ServicesContent';
import { SourcesContent } from '../sources/SourcesContent';
import { readinessTranslationRef } from '../translation';
import { EvaluatedNote } from './EvaluatedNote';

/** The pages in the frame of the classic frontend system. */
export function ReadinessPage() {
  const { t } = useTranslationRef(readinessTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('page.title')}>
        <EvaluatedNote />
      </Header>
      <TabbedLayout>
        <TabbedLayout.Route path="/overview" title={t('overview.title')}>
          <Frame>
            <OverviewContent />
          </Frame>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/services" title={t('services.title')}>
          <Frame>
            <ServicesContent />
          </Frame>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/checks" title={t('checks.title')}>
          <Frame>
            <ChecksContent />
          </Frame>
        </TabbedLayout.Route>
        <TabbedLayout.Route path="/sources" title={t('sourcesPage.title')}>
          <Frame>
            <SourcesContent />
          </Frame>
        </TabbedLayout.Route>
      </TabbedLayout>
    </Page>
  );
}
