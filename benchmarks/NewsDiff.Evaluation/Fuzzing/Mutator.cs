namespace NewsDiff.Evaluation.Fuzzing;

/// <summary>
/// Damages bytes the same way for the same seed: flips, cuts, repeats, and splices in what parsers trip over.
/// </summary>
internal sealed class Mutator(int seed)
{
    private const int MostChanges = 6;

    private static readonly byte[][] Splinters =
    [
        [.. "<"u8], [.. ">"u8], [.. "&"u8], [.. "&#x0;"u8], [.. "]]>"u8], [.. "<![CDATA["u8], [.. "<!--"u8],
        [.. "<!DOCTYPE a ["u8],
        [.. "</"u8], [.. "/>"u8], [.. "xmlns:a=\"\""u8], [.. "\""u8], [.. "%"u8], [.. "%00"u8], [.. "#"u8], [.. "?"u8],
        [.. "//"u8],
        [.. "@"u8], [.. "["u8], [.. ":99999"u8], [.. "xn--"u8], [.. "-"u8], [.. "+9999"u8], [.. "99999999999"u8],
        [.. "0"u8],
        [0], [0xff], [0xfe, 0xff], [0xed, 0xa0, 0x80], [0xf0, 0x9f], [0x1b, 0x24, 0x42], [0xef, 0xbb, 0xbf],
    ];

    private readonly Random _random = new(seed);

    /// <summary>Makes one damaged copy of one of several texts.</summary>
    public byte[] Next(IReadOnlyList<byte[]> seeds)
    {
        List<byte> bytes = [.. seeds[_random.Next(seeds.Count)]];
        for (int changes = _random.Next(1, MostChanges); changes > 0; changes--)
        {
            Change(bytes);
        }

        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        int at = _random.Next(bytes.Count + 1);
        int length = Math.Min(_random.Next(1, 16), bytes.Count - at);
        switch (_random.Next(5))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            default:
                bytes.InsertRange(at, Splinters[_random.Next(Splinters.Length)]);
                break;
        }
    }
}
