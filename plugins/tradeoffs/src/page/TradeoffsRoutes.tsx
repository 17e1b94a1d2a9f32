import { Route, Routes } from 'react-router-dom';
import { EditRecordContent } from '../editor/EditRecordContent';
import { NewRecordContent } from '../editor/NewRecordContent';
import { RecordContent } from '../record/RecordContent';
import { TradeoffsContent } from './TradeoffsContent';

/** What stands at which path below `/tradeoffs`. */
export function TradeoffsRoutes() {
  return (
    <Routes>
      <Route path="/" element={<TradeoffsContent />} />
      <Route path="/new" element={<NewRecordContent />} />
      <Route path="/records/:id" element={<RecordContent />} />
      <Route path="/records/:id/edit" element={<EditRecordContent />} />
    </Routes>
  );
}
