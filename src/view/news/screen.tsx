/** News: what happened, which questions it touches, and the way through just those. */
import type { SessionScreenProps } from '../app.ts';
import { Missing } from '../missing.tsx';
import { NewsList } from './list.tsx';
import { OneNews } from './one.tsx';
import './news.css';

export function NewsScreen({ session, route }: SessionScreenProps) {
  if (route.item === '') return <NewsList session={session} />;
  const news = session.state.value.news.find(({ id }) => id === route.item);
  return news ? <OneNews key={news.id} session={session} news={news} /> : <Missing what="page" />;
}
