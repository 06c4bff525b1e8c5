namespace NewsDiff.Research.Import;

/// <summary>Reads numbers of a struct in Thrift's compact protocol, and skips everything else.</summary>
internal ref struct ThriftStruct(ReadOnlySpan<byte> bytes)
{
    private const int MaxDepth = 8;
    private const int LongestNumber = 10;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _field;
    private Kind _kind;

    private enum Kind
    {
        Stop,
        True,
        False,
        Byte,
        Short,
        Integer,
        Long,
        Double,
        Bytes,
        List,
        Set,
        Map,
        Struct,
    }

    /// <summary>How many bytes were read.</summary>
    internal int Place { get; private set; }

    /// <summary>Reads the number of the next field; 0 at the end of the struct.</summary>
    internal int ReadField()
    {
        byte head = ReadByte();
        _kind = (Kind)(head & 0x0F);
        if (_kind == Kind.Stop)
        {
            return 0;
        }

        int step = head >> 4;
        _field = step != 0 ? _field + step : (int)ReadZigZag();
        return _field > 0 ? _field : throw Damaged();
    }

    /// <summary>Reads the value of the field, a number.</summary>
    internal int ReadNumber()
    {
        if (_kind is not (Kind.Short or Kind.Integer or Kind.Long))
        {
            throw Damaged();
        }

        long number = ReadZigZag();
        return number is >= int.MinValue and <= int.MaxValue ? (int)number : throw Damaged();
    }

    /// <summary>Reads the value of the field, a struct whose first field is a number.</summary>
    internal int ReadFirstOfStruct()
    {
        if (_kind != Kind.Struct)
        {
            throw Damaged();
        }

        int outer = _field;
        _field = 0;
        int first = ReadField() == 1 ? ReadNumber() : throw Damaged();
        while (ReadField() > 0)
        {
            Skip();
        }

        _field = outer;
        return first;
    }

    /// <summary>Skips the value of the field.</summary>
    internal void Skip() => Skip(_kind, isInList: false, depth: 0);

    private void Skip(Kind kind, bool isInList, int depth)
    {
        if (depth == MaxDepth)
        {
            throw Damaged();
        }

        switch (kind)
        {
            case Kind.True or Kind.False:
                Advance(isInList ? 1U : 0U);
                break;
            case Kind.Byte:
                Advance(1);
                break;
            case Kind.Short or Kind.Integer or Kind.Long:
                ReadVariable();
                break;
            case Kind.Double:
                Advance(sizeof(double));
                break;
            case Kind.Bytes:
                Advance(ReadVariable());
                break;
            case Kind.List or Kind.Set:
                SkipList(depth);
                break;
            case Kind.Struct:
                SkipStruct(depth);
                break;
            default:
                throw Damaged();
        }
    }

    private void SkipList(int depth)
    {
        byte head = ReadByte();
        ulong count = head >> 4 == 0xF ? ReadVariable() : (ulong)(head >> 4);
        for (ulong i = 0; i < count; i++)
        {
            // An element of no length would let a short file keep the loop busy; no element is shorter than a byte.
            Skip((Kind)(head & 0x0F), isInList: true, depth + 1);
        }
    }

    private void SkipStruct(int depth)
    {
        int outer = _field;
        _field = 0;
        while (ReadField() > 0)
        {
            Skip(_kind, isInList: false, depth + 1);
        }

        _field = outer;
    }

    private long ReadZigZag()
    {
        ulong number = ReadVariable();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    private ulong ReadVariable()
    {
        ulong number = 0;
        for (int i = 0; i < LongestNumber; i++)
        {
            byte part = ReadByte();
            number |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
            {
                return number;
            }
        }

        throw Damaged();
    }

    private byte ReadByte()
    {
        Advance(1);
        return _bytes[Place - 1];
    }

    private void Advance(ulong bytes)
    {
        if (bytes > (ulong)(_bytes.Length - Place))
        {
            throw Damaged();
        }

        Place += (int)bytes;
    }

    private static FormatException Damaged() => new("the header of a page is damaged");
}
