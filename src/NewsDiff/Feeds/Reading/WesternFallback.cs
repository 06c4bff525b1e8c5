using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads bytes that are not UTF-8 as windows-1252, so that addresses stay the same.</summary>
internal sealed class WesternFallback : DecoderFallback
{
    private const int LongestSequence = 4;

    /// <summary>UTF-8 with this fallback.</summary>
    public static readonly Encoding Utf8 = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ReplacementFallback, new WesternFallback());

    /// <inheritdoc/>
    public override int MaxCharCount => LongestSequence;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _characters = "";
        private int _at;

        public override int Remaining => _characters.Length - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _characters = CharsetLabels.Western.Encoding.GetString(bytesUnknown);
            _at = 0;
            return true;
        }

        public override char GetNextChar() => Remaining > 0 ? _characters[_at++] : '\0';

        public override bool MovePrevious()
        {
            _at = Math.Max(0, _at - 1);
            return _characters.Length > 0;
        }

        public override void Reset()
        {
            _characters = "";
            _at = 0;
        }
    }
}
