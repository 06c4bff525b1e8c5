using System.Text;

namespace NewsDiff.Text;

/// <summary>Single-byte encodings that the platform lacks.</summary>
/// <remarks>They have ASCII, control characters, and a table from A0 on.</remarks>
internal sealed class SingleByteEncoding(string upper) : Encoding
{
    /// <summary>ISO 8859-10, for Nordic languages.</summary>
    public const string Nordic =
        "\u00a0ĄĒĢĪĨĶ§ĻĐŠŦŽ\u00adŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõöũøųúûüýþĸ";

    /// <summary>ISO 8859-14, for Celtic languages.</summary>
    public const string Celtic =
        "\u00a0Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u00ad®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõöṫøùúûüýŷÿ";

    /// <summary>ISO 8859-16, for Romanian and its neighbours.</summary>
    public const string SouthEastern =
        "\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ";

    private const int TableStart = 0xa0;

    /// <inheritdoc/>
    public override int GetByteCount(char[] chars, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        for (int i = 0; i < charCount; i++)
        {
            char c = chars[charIndex + i];
            int inTable = upper.IndexOf(c, StringComparison.Ordinal);
            bytes[byteIndex + i] = inTable >= 0 ? (byte)(TableStart + inTable) : c < TableStart ? (byte)c : (byte)'?';
        }

        return charCount;
    }

    /// <inheritdoc/>
    public override int GetCharCount(byte[] bytes, int index, int count) => count;

    /// <inheritdoc/>
    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex)
    {
        for (int i = 0; i < byteCount; i++)
        {
            byte value = bytes[byteIndex + i];
            chars[charIndex + i] = value < TableStart ? (char)value : upper[value - TableStart];
        }

        return byteCount;
    }

    /// <inheritdoc/>
    public override int GetMaxByteCount(int charCount) => charCount;

    /// <inheritdoc/>
    public override int GetMaxCharCount(int byteCount) => byteCount;
}
