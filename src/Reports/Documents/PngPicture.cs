using System.Buffers.Binary;
using System.Text;

namespace Responsables.Reports.Documents;

/// <summary>A picture in points (PNG) that somebody sent: its head, and what of it is the picture.</summary>
public sealed record PngPicture(int Width, int Height, byte[] Bytes)
{
    // A length, a name and a sum stand around the content of each chunk.
    private const int Around = 12;

    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    // What draws it. Texts, dates, places and other programs' notes are left behind.
    private static readonly HashSet<string> Kept = ["IHDR", "PLTE", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "pHYs", "IDAT", "IEND"];

    /// <summary>The picture without what does not draw it, nor anything after its end; null when the bytes are no PNG. Whether its points can be read, only drawing it tells.</summary>
    public static PngPicture? Read(ReadOnlySpan<byte> sent)
    {
        if (!sent.StartsWith(Signature))
        {
            return null;
        }

        using var kept = new MemoryStream();
        kept.Write(Signature);
        var rest = sent[Signature.Length..];
        var size = (Width: 0, Height: 0);
        while (rest.Length >= Around)
        {
            var (length, name) = (BinaryPrimitives.ReadUInt32BigEndian(rest), Encoding.Latin1.GetString(rest.Slice(4, 4)));
            if (length > rest.Length - Around || (size == default) != (name == "IHDR") || (name == "IHDR" && length != 13))
            {
                return null;
            }

            var chunk = rest[..((int)length + Around)];
            if (name == "IHDR")
            {
                size = (BinaryPrimitives.ReadInt32BigEndian(chunk[8..]), BinaryPrimitives.ReadInt32BigEndian(chunk[12..]));
            }

            if (Kept.Contains(name))
            {
                kept.Write(chunk);
            }

            if (name == "IEND")
            {
                return size is { Width: > 0, Height: > 0 } ? new PngPicture(size.Width, size.Height, kept.ToArray()) : null;
            }

            rest = rest[chunk.Length..];
        }

        return null;
    }
}
