import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Failure } from '../app/failure';
import { Screen } from '../app/screen';
import { useWrites } from '../data/desk-data';
import { useStateName } from '../language/state-name';
import { useCodes } from '../language/use-codes';
import { useText } from '../language/use-text';
import { labelOf } from './act-draft';
import { ActForm } from './act-form';
import { actsOn, formActIn } from './case-acts';
import { shortId } from '../app/matter-name';
import { caseQuery } from './case.query';
import classes from './responding.module.css';
import { AnchorLink } from '../app/links';

const route = getRouteApi('/desk/cases/$id/$act');

/** One act on one case: what the instrument asks of it, and no more. */
export function ActScreen() {
  const text = useText();
  const code = useCodes();
  const stateName = useStateName();
  const { id, act: name } = route.useParams();
  const { mend } = route.useSearch();
  const { data: found, error, refetch } = useQuery(caseQuery(id));
  const mended = useWrites(`cases/${id}`).find((write) => write.id === mend);
  const act = formActIn(name);
  const possible =
    act !== undefined && found !== undefined && (actsOn(found).includes(act) || mended !== undefined);
  return (
    <Screen title={act === undefined ? text('responding.acts') : text(labelOf(act))}>
      <div className={classes['form'] ?? ''}>
        <AnchorLink to="/cases/$id" params={{ id }} size="sm">
          {text('responding.caseTitle', {
            state: found ? stateName(found.requestingState) : '',
            id: shortId(id),
          })}
        </AnchorLink>
        {error && <Failure error={error} reset={() => void refetch()} />}
        {!found && !error && (
          <Skeleton mt="sm" height={240} role="status" aria-label={text('shell.loading')} />
        )}
        {found && possible && (
          <ActForm key={`${id} ${act} ${mend ?? ''}`} act={act} found={found} mended={mended} />
        )}
        {found && !possible && <NotNow status={code('status', found.status)} />}
      </div>
    </Screen>
  );
}

/** Whoever came by a link may find that a colleague was quicker. */
function NotNow({ status }: { readonly status: string }) {
  const text = useText();
  return <Text mt="sm">{text('responding.notNow', { status })}</Text>;
}
