namespace NewsDiff.Research;

/// <summary>Where a sentence is in an article.</summary>
public readonly record struct Sentence
{
    /// <summary>Makes a sentence.</summary>
    /// <param name="paragraph">The index of its paragraph, from 0.</param>
    /// <param name="start">Where it begins in the text of the paragraph, in UTF-16 code units.</param>
    /// <param name="length">Its length in UTF-16 code units.</param>
    public Sentence(int paragraph, int start, int length)
    {
        Paragraph = paragraph;
        Start = start;
        Length = length;
    }

    /// <summary>The index of its paragraph, from 0.</summary>
    public int Paragraph { get; init; }

    /// <summary>Where it begins in the text of the paragraph, in UTF-16 code units.</summary>
    public int Start { get; init; }

    /// <summary>Its length in UTF-16 code units, without white space at its ends.</summary>
    public int Length { get; init; }

    /// <summary>Where it ends in the text of the paragraph.</summary>
    public int End => Start + Length;
}
