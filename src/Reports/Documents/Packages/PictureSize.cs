using System.Buffers.Binary;

namespace Responsables.Reports.Documents.Packages;

/// <summary>Width and height of a picture in points (PNG), as its head says.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>English Metric Units in a centimetre: what Office measures in.</summary>
    public const long Centimetre = 360_000;

    public static PictureSize Of(byte[] png) => new(BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    /// <summary>As large as fits into a frame.</summary>
    public (long Width, long Height) Within(long width, long height)
    {
        var scaled = width * Height / Width;
        return scaled <= height ? (width, scaled) : (height * Width / Height, height);
    }
}
