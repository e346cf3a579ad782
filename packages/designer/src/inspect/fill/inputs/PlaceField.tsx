import { useState } from 'react';
import type { FieldProps } from './field.ts';
import { useInputWords } from './words.ts';

type Fault = 'placeDenied' | 'placeFailed';

const locate = (): Promise<GeolocationPosition> =>
  new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(resolve, reject, { enableHighAccuracy: true, timeout: 20_000, maximumAge: 0 }),
  );

/** Where the inspector stands, asked of the phone once, when pressed; never followed. */
export const PlaceField = ({ answer, setValue }: FieldProps) => {
  const t = useInputWords();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [east, north] = typeof answer?.value === 'string' ? answer.value.split(',') : [];
  const ask = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { coords } = await locate();
      setValue(`${coords.longitude.toFixed(6)},${coords.latitude.toFixed(6)}`);
    } catch (error) {
      setFault((error as GeolocationPositionError).code === 1 ? 'placeDenied' : 'placeFailed');
    }
    setBusy(false);
  };
  return (
    <div className="field">
      {east && north && <p>{t('placeAt', { east, north })}</p>}
      <button type="button" disabled={busy} onClick={() => void ask()}>
        {t(busy ? 'placing' : east ? 'placeAgain' : 'place')}
      </button>
      {fault && (
        <p className="text-amber" role="alert">
          ▲ {t(fault)}
        </p>
      )}
    </div>
  );
};
