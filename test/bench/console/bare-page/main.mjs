import { createElement as element, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

/** React and one table of what was fetched: as little as a page can be that lists something and heeds the keyboard. */
function BarePage() {
  const [lines, setLines] = useState([]);
  const [chosen, choose] = useState(0);
  useEffect(() => {
    fetch('/settings.json')
      .then((answer) => answer.json())
      .then((settings) => setLines(Object.keys(settings)));
  }, []);
  useEffect(() => {
    const press = () => choose((before) => before + 1);
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  const cells = lines.map((line) => element('tr', { key: line }, element('td', null, `${line} ${chosen}`)));
  return element('table', null, element('tbody', null, cells));
}

createRoot(document.getElementById('root')).render(element(BarePage));
