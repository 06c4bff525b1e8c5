using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using NewsDiff.Sql;
using ZstdSharp;

namespace NewsDiff.Sqlite.Tests;

/// <summary>The stored bytes of versions: what is written is read, and nothing else is.</summary>
public sealed class VersionBodyTests
{
    private static readonly BodyPlace Place = new(1, [1, 2, 3]);

    /// <summary>Histories of texts that share most of their words, and of texts that share none.</summary>
    private static readonly Arbitrary<byte[][]> Histories = Arb.From(
        Gen.ArrayOf(
            from words in Gen.ArrayOf(Gen.Elements("ferry", "late", "{", "\"", "é", "\uD83D\uDE00", "0123456789", ""))
            from times in Gen.Elements(1, 1, 1, 40)
            from isNew in Gen.Elements(false, false, false, true)
            select (Words: words, Times: times, IsNew: isNew)).Select(states =>
            {
                string text = "";
                return states.Select(state =>
                {
                    string added = string.Join(' ', state.Words);
                    text = (state.IsNew ? "" : text) + string.Concat(Enumerable.Repeat(added, state.Times));
                    return Encoding.UTF8.GetBytes(text);
                }).ToArray();
            }));

    [Fact]
    public void Any_history_is_read_as_it_was_written() => Prop.ForAll(Histories, history =>
        Decode(Encode(history)).Zip(history).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void No_version_needs_more_than_fifteen_others() => Prop.ForAll(Histories, history =>
        Encode([.. history, .. history, .. history]).All(stored => stored.Depth is >= 0 and < VersionBody.LongestChain))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_long_history_has_a_keyframe_every_sixteen_versions()
    {
        List<(byte[] Body, int Depth)> stored = Encode(LongHistory(50));

        Assert.Equal(
            [0, 16, 32, 48], stored.Index().Where(version => version.Item.Depth == 0).Select(version => version.Index));
        Assert.True(stored.Sum(version => version.Body.Length) < LongHistory(50).Sum(text => text.Length) / 10);
    }

    [Fact]
    public void Damage_of_any_byte_is_noticed()
    {
        byte[][] history = LongHistory(2);
        List<(byte[] Body, int Depth)> stored = Encode(history);
        foreach ((byte[] body, int depth) in stored)
        {
            for (int i = 0; i < body.Length; i++)
            {
                for (int bit = 1; bit < 256; bit <<= 1)
                {
                    byte[] damaged = [.. body];
                    damaged[i] ^= (byte)bit;
                    Assert.Throws<FormatException>(
                        () => VersionBody.Decode(damaged, depth, Place, depth == 0 ? null : Whole(history[0])));
                }
            }

            for (int length = 0; length < body.Length; length++)
            {
                Assert.Throws<FormatException>(
                    () => VersionBody.Decode(body.AsSpan(0, length), depth, Place, Whole(history[0])));
            }
        }
    }

    [Fact]
    public void A_difference_from_another_text_is_noticed()
    {
        byte[][] history = LongHistory(3);
        List<(byte[] Body, int Depth)> stored = Encode(history);

        Assert.Throws<FormatException>(() => VersionBody.Decode(stored[1].Body, 1, Place, Whole(history[2])));
        Assert.Throws<FormatException>(() => VersionBody.Decode(stored[1].Body, 1, Place, before: null));
        Assert.Throws<FormatException>(() => VersionBody.Decode(stored[2].Body, 2, Place, Whole(history[1])));
        Assert.Throws<FormatException>(() => VersionBody.Decode(stored[1].Body, 0, Place, before: null));
        Assert.Throws<FormatException>(() => VersionBody.Decode(stored[0].Body, 1, Place, Whole(history[2])));
    }

    [Fact]
    public void A_body_at_another_version_is_noticed()
    {
        (byte[] body, int depth) = VersionBody.Encode("text"u8, Place, before: null);

        Assert.Throws<FormatException>(
            () => VersionBody.Decode(body, depth, Place with { Number = 2 }, before: null));
        Assert.Throws<FormatException>(
            () => VersionBody.Decode(body, depth, Place with { ContentHash = [1, 2, 4] }, before: null));
    }

    [Fact]
    public void A_history_can_be_continued_from_a_new_keyframe_anywhere() => Prop.ForAll(
        Histories,
        Arb.From(Gen.Choose(0, 60)),
        (history, place) =>
        {
            byte[][] all = [.. history, .. history, .. history];
            int cut = Math.Min(place, all.Length);
            List<(byte[] Body, int Depth)> stored = [.. Encode(all[..cut]), .. Encode(all[cut..])];
            return Decode(stored).Zip(all).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_of_many_megabytes_are_differences_too()
    {
        var random = new Random(1);
        byte[] first = new byte[12 << 20];
        random.NextBytes(first);
        byte[] second = [.. "A new beginning. "u8, .. first];

        List<(byte[] Body, int Depth)> stored = Encode([first, second]);

        Assert.Equal(1, stored[1].Depth);
        Assert.True(stored[1].Body.Length < 1 << 20, $"{stored[1].Body.Length} bytes");
        Assert.Equal(second, Decode(stored)[1]);
    }

    [Fact]
    public void A_text_beyond_the_bound_is_stored_as_it_is()
    {
        byte[] text = new byte[VersionBody.MostCompressed + 1];

        (byte[] body, int depth) = VersionBody.Encode(text, Place, before: null);
        (byte[] next, int nextDepth) = VersionBody.Encode("short"u8, Place, new DecodedBody(text, 0));

        Assert.Equal(0, depth);
        Assert.Equal(text.Length, VersionBody.Decode(body, depth, Place, before: null).Json.Length);
        Assert.Equal(0, nextDepth);
        Assert.True(next.Length < 100);
    }

    [Theory]
    [InlineData(65 << 20)]
    [InlineData(2_000_000_000)]
    public void A_bomb_is_refused_before_it_is_unpacked(int size)
    {
        byte[] bomb = Bomb(size);
        long before = GC.GetAllocatedBytesForCurrentThread();

        var fault = Assert.Throws<FormatException>(() => VersionBody.Decode(bomb, 0, Place, before: null));

        Assert.Contains("at most", fault.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static byte[][] LongHistory(int count)
    {
        var random = new Random(7);
        string[] words = [.. Enumerable.Range(0, 300).Select(_ => $"{random.Next(5_000)}")];
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            words[random.Next(words.Length)] = "edited";
            words[random.Next(words.Length)] = $"{random.Next()}";
            return Encoding.UTF8.GetBytes(string.Join(' ', words));
        })];
    }

    private static List<(byte[] Body, int Depth)> Encode(byte[][] history)
    {
        List<(byte[], int)> stored = [];
        DecodedBody? before = null;
        foreach (byte[] text in history)
        {
            (byte[] body, int depth) = VersionBody.Encode(text, Place, before);
            stored.Add((body, depth));
            before = new DecodedBody(text, depth);
        }

        return stored;
    }

    private static List<byte[]> Decode(List<(byte[] Body, int Depth)> stored)
    {
        List<byte[]> history = [];
        DecodedBody? before = null;
        foreach ((byte[] body, int depth) in stored)
        {
            before = VersionBody.Decode(body, depth, Place, before);
            history.Add(before.Value.Json);
        }

        return history;
    }

    private static DecodedBody Whole(byte[] text) => new(text, 0);

    /// <summary>A keyframe that declares so many zeros.</summary>
    private static byte[] Bomb(int size)
    {
        using var compressor = new Compressor(3);
        byte[] part = compressor.Wrap(new byte[Math.Min(size, 64 << 20)]).ToArray();
        byte[] frames = [.. Enumerable.Repeat(part, Math.Max(2, size / (64 << 20))).SelectMany(frame => frame)];
        byte[] bomb = new byte[9 + frames.Length];
        bomb[0] = 1;
        BinaryPrimitives.WriteUInt64LittleEndian(bomb.AsSpan(1), XxHash3.HashToUInt64(frames));
        frames.CopyTo(bomb, 9);
        return bomb;
    }
}
