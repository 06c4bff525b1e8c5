namespace NewsDiff.Research.Import;

/// <summary>The sizes that the header of a page in a Parquet file states.</summary>
/// <param name="IsData">Whether it holds the values of rows, not those of a dictionary.</param>
/// <param name="Header">The bytes of the header.</param>
/// <param name="Packed">The bytes of the page that follow it.</param>
/// <param name="Unpacked">Its bytes when unpacked.</param>
/// <param name="Values">How many values it has.</param>
internal readonly record struct PageSizes(bool IsData, int Header, int Packed, int Unpacked, int Values)
{
    private const int DataPage = 0;
    private const int DictionaryPage = 2;
    private const int DataPageV2 = 3;

    /// <summary>Reads the header at a place: a struct in Thrift's compact protocol.</summary>
    /// <exception cref="FormatException">It is none, or longer than the limit.</exception>
    internal static PageSizes Read(FileStream file, long place, int limit)
    {
        byte[] bytes = new byte[limit];
        file.Position = place;
        int read = file.ReadAtLeast(bytes, limit, throwOnEndOfStream: false);
        var header = new ThriftStruct(bytes.AsSpan(0, read));
        (int type, int unpacked, int packed, int values) = (-1, -1, -1, -1);
        while (header.ReadField() is var field and > 0)
        {
            switch (field)
            {
                case 1:
                    type = header.ReadNumber();
                    break;
                case 2:
                    unpacked = header.ReadNumber();
                    break;
                case 3:
                    packed = header.ReadNumber();
                    break;
                case 5 or 7 or 8:
                    values = header.ReadFirstOfStruct();
                    break;
                default:
                    header.Skip();
                    break;
            }
        }

        return type is DataPage or DictionaryPage or DataPageV2
            ? new PageSizes(type != DictionaryPage, header.Place, packed, unpacked, values)
            : throw new FormatException("a page is of an unknown kind");
    }
}
