// The package's own entry loads database clients; its parts are loaded one by one and have no types of their own.
declare module 'natural/lib/natural/stemmers/porter_stemmer' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
