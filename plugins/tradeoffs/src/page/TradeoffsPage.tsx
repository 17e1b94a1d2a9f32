import { Content, Header, Page } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Frame } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';
import { TradeoffsRoutes } from './TradeoffsRoutes';

/** The pages in the frame of the classic frontend system. */
export function TradeoffsPage() {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <Content>
        <Frame>
          <TradeoffsRoutes />
        </Frame>
      </Content>
    </Page>
  );
}
