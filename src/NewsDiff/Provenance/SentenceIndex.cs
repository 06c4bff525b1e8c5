namespace NewsDiff.Provenance;

/// <summary>Finds the sentences of all versions by their words, wherever they are.</summary>
internal sealed class SentenceIndex(WordTable words)
{
    // If an article has a sentence more often than this, only the newest ones are examined.
    private const int MostLooks = 32;

    private readonly Dictionary<int, int> _newest = [];
    private readonly List<Sentence> _sentences = [];

    /// <summary>
    /// Gives sentences of a text the words of equal sentences, preferring those of the previous version.
    /// </summary>
    internal void Match(TracedText text, int version)
    {
        foreach ((int start, int end) in text.FindSentences())
        {
            if (IsRecognisable(text, start, end) && Find(text, start, end) is { } found)
            {
                for (int i = 0; i < end - start; i++)
                {
                    text.Words[start + i] = found.Text.Words[found.Start + i];
                    words.Take(text.Words[start + i], version);
                }
            }
        }
    }

    /// <summary>Adds the sentences of a version's new texts; the first of equal ones is found first.</summary>
    internal void Add(List<TracedText> texts)
    {
        for (int i = texts.Count - 1; i >= 0; i--)
        {
            foreach ((int start, int end) in texts[i].FindSentences().Reverse())
            {
                if (IsRecognisable(texts[i], start, end))
                {
                    int key = KeyOf(texts[i], start, end);
                    int next = _newest.GetValueOrDefault(key, -1);
                    _newest[key] = _sentences.Count;
                    _sentences.Add(new Sentence(texts[i], start, end, next));
                }
            }
        }
    }

    private Sentence? Find(TracedText text, int start, int end)
    {
        Sentence? absent = null;
        int place = _newest.GetValueOrDefault(KeyOf(text, start, end), -1);
        for (int looks = 0; place >= 0 && looks < MostLooks; looks++)
        {
            Sentence sentence = _sentences[place];
            place = sentence.Next;
            if (sentence.Says(text, start, end) && words.AreFree(sentence.Words))
            {
                if (words.IsLoose(sentence.Words[0]))
                {
                    return sentence;
                }

                absent ??= sentence;
            }
        }

        return absent;
    }

    private static bool IsRecognisable(TracedText text, int start, int end)
    {
        int weight = 0;
        for (int i = start; i < end; i++)
        {
            weight += text.Places[i].Weight;
        }

        return weight >= WordPlace.Recognisable;
    }

    // Not System.HashCode, whose seed is random: nothing depends on it, but the same work is done in every run.
    private static int KeyOf(TracedText text, int start, int end)
    {
        uint key = text.IsTitle ? 1u : 0u;
        for (int i = start; i < end; i++)
        {
            key = (key * 0x9E3779B1u) + (uint)text.Places[i].Token;
        }

        return (int)key;
    }

    private sealed record Sentence(TracedText Text, int Start, int End, int Next)
    {
        internal ReadOnlySpan<int> Words => Text.Words.AsSpan(Start, End - Start);

        internal bool Says(TracedText other, int start, int end)
        {
            if (other.IsTitle != Text.IsTitle || end - start != End - Start)
            {
                return false;
            }

            for (int i = 0; i < end - start; i++)
            {
                if (Text.Places[Start + i].Token != other.Places[start + i].Token)
                {
                    return false;
                }
            }

            return true;
        }
    }
}
