(() => {
  'use strict';
  const form = document.querySelector('form.search');
  const list = document.querySelector('ol.changes');
  const tally = document.getElementById('tally');
  const nothing = document.getElementById('nothing');
  const words = new Map();
  const articles = new Map();
  const loads = new Map();
  const mostShown = 100;
  const articlesPerFile = Number(form.dataset.perFile);
  // Scripts that do not separate words; their texts are searched by pairs of characters.
  const unspaced = '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u3040-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF'
    + '\\uF900-\\uFAFF\\u{20000}-\\u{3FFFF}';
  const run = new RegExp(`(?:(?=[${unspaced}])[\\p{L}\\p{N}])+|(?:(?![${unspaced}])[\\p{L}\\p{N}])+`, 'gu');
  const isUnspaced = new RegExp(`^[${unspaced}]`, 'u');
  let asked = 0;

  // What the files of the index call.
  window.newsdiff = {
    words: entries => entries.forEach(([word, places]) => words.set(word, places)),
    articles: (first, rows) => rows.forEach((row, i) => articles.set(first + i, row)),
  };

  // A page from a disk may load scripts, but no other files.
  const load = name => {
    if (!loads.has(name)) {
      loads.set(name, new Promise(done => {
        const script = document.createElement('script');
        script.src = `search/${name}.js`;
        script.onload = script.onerror = done;
        document.head.append(script);
      }));
    }

    return loads.get(name);
  };

  const cut = text => {
    const folded = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replaceAll('ς', 'σ');
    return (folded.match(run) ?? []).flatMap(word => {
      const characters = [...word];
      return isUnspaced.test(word) && characters.length > 1
        ? characters.slice(1).map((c, i) => characters[i] + c)
        : [word];
    });
  };

  // Few words begin with the same character of a script with thousands of them.
  const fileOf = first => first < 0x3000 ? first : first >> 6;

  const find = async word => {
    await load('w-' + fileOf(word.codePointAt(0)).toString(16));
    const found = new Map();
    for (const [known, places] of words) {
      if (known.startsWith(word)) {
        let article = 0;
        for (const place of places) {
          article += place >> 1;
          const isRemoved = (place & 1) === 1;
          found.set(article, isRemoved && found.get(article) !== false);
        }
      }
    }

    return found;
  };

  const show = (row, isRemoved) => {
    const [link, title, source, day] = row;
    const item = document.createElement('li');
    const eyebrow = item.appendChild(document.createElement('p'));
    eyebrow.className = 'eyebrow';
    eyebrow.textContent = `${source} · ${day}`;
    const headline = item.appendChild(document.createElement('h2'));
    headline.dir = 'auto';
    const anchor = headline.appendChild(document.createElement('a'));
    anchor.href = link;
    anchor.textContent = title;
    if (isRemoved) {
      const note = item.appendChild(document.createElement('p'));
      note.className = 'quiet';
      note.textContent = form.dataset.removed;
    }

    return item;
  };

  const answer = async query => {
    const turn = ++asked;
    list.ariaBusy = 'true';
    const all = await Promise.all(cut(query).map(find));
    const [first, ...others] = all;
    const found = [...(first ?? [])].filter(([article]) => others.every(other => other.has(article)));
    const hits = found.sort(([left], [right]) => right - left).slice(0, mostShown);
    await Promise.all(hits.map(([article]) => load('a-' + Math.floor(article / articlesPerFile))));
    if (turn === asked) {
      list.replaceChildren(...hits.map(([article, isRemoved]) => show(
        articles.get(article), isRemoved || others.some(other => other.get(article)))));
      tally.hidden = found.length === hits.length;
      tally.textContent = form.dataset.tally.replace('{0}', hits.length).replace('{1}', found.length);
      nothing.hidden = all.length === 0 || hits.length > 0;
      list.ariaBusy = 'false';
    }
  };

  const q = form.elements.namedItem('q');
  form.addEventListener('submit', event => {
    event.preventDefault();
    location.hash = 'q=' + encodeURIComponent(q.value);
  });
  const read = () => {
    q.value = new URLSearchParams(location.hash.slice(1)).get('q') ?? '';
    answer(q.value);
  };
  window.addEventListener('hashchange', read);
  read();
})();
