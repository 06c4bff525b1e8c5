namespace NewsDiff.Cards.Lettering;

/// <summary>The classes of characters by which the direction of texts is resolved (UAX #9).</summary>
internal enum BidiClass : byte
{
    /// <summary>A letter from left to right.</summary>
    Left = 1,

    /// <summary>A letter from right to left.</summary>
    Right,

    /// <summary>A letter of Arabic or a script like it.</summary>
    Arabic,

    /// <summary>A European digit.</summary>
    EuropeanNumber,

    /// <summary>A plus or minus.</summary>
    EuropeanSeparator,

    /// <summary>A sign beside numbers, such as that of a currency.</summary>
    EuropeanTerminator,

    /// <summary>An Arabic digit.</summary>
    ArabicNumber,

    /// <summary>A point, comma, colon or slash.</summary>
    CommonSeparator,

    /// <summary>A mark on the character before.</summary>
    NonSpacing,

    /// <summary>A space.</summary>
    Space,

    /// <summary>Anything else.</summary>
    Other,
}
