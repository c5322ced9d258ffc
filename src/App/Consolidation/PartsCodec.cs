using Responsables.Domain.Consolidation;
using Responsables.Domain.Shared;

namespace Responsables.App.Consolidation;

/// <summary>
/// Packs parts into a few kilobytes: a version byte, the shape (so that parts of another layout are never read as these), then each number
/// as a variable-length integer (a zero takes one byte).
/// </summary>
internal static class PartsCodec
{
    private const byte Version = 1;

    public static byte[] Pack(Parts parts)
    {
        var buffer = new MemoryStream(4096);
        buffer.WriteByte(Version);
        Write(buffer, parts.Counts.Length);
        Write(buffer, parts.Sums.Length);
        Write(buffer, parts.Weights.Length);
        Write(buffer, parts.Weightless.Length);
        foreach (var count in parts.Counts)
        {
            Write(buffer, count);
        }

        foreach (var sum in parts.Sums)
        {
            Write(buffer, sum.Units);
        }

        foreach (var weight in parts.Weights)
        {
            Write(buffer, weight.Units);
        }

        foreach (var count in parts.Weightless)
        {
            Write(buffer, count);
        }

        return buffer.ToArray();
    }

    public static Parts Unpack(PartsLayout layout, ReadOnlySpan<byte> content)
    {
        var parts = new Parts(layout);
        var at = 1;
        if (content[0] != Version || Read(content, ref at) != parts.Counts.Length || Read(content, ref at) != parts.Sums.Length
            || Read(content, ref at) != parts.Weights.Length || Read(content, ref at) != parts.Weightless.Length)
        {
            throw new InvalidDataException("These parts are not of this framework version; rebuild them.");
        }

        for (var i = 0; i < parts.Counts.Length; i++)
        {
            parts.Counts[i] = (int)Read(content, ref at);
        }

        for (var i = 0; i < parts.Sums.Length; i++)
        {
            parts.Sums[i] = new Quantity(Read(content, ref at));
        }

        for (var i = 0; i < parts.Weights.Length; i++)
        {
            parts.Weights[i] = new Quantity(Read(content, ref at));
        }

        for (var i = 0; i < parts.Weightless.Length; i++)
        {
            parts.Weightless[i] = (int)Read(content, ref at);
        }

        return parts;
    }

    private static void Write(MemoryStream buffer, Int128 value)
    {
        // Zigzag: small numbers of either sign are short.
        var bits = (UInt128)(value << 1) ^ (UInt128)(value >> 127);
        while (bits >= 0x80)
        {
            buffer.WriteByte((byte)((byte)bits | 0x80));
            bits >>= 7;
        }

        buffer.WriteByte((byte)bits);
    }

    private static Int128 Read(ReadOnlySpan<byte> content, ref int at)
    {
        UInt128 bits = 0;
        var shift = 0;
        byte next;
        do
        {
            next = content[at++];
            bits |= (UInt128)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);

        return (Int128)(bits >> 1) ^ -(Int128)(bits & 1);
    }
}
