namespace Responsables.App.Submissions;

/// <summary>A stream that is read up to a number of bytes and no further, whatever it says of its length.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long read;

    /// <summary>There was more than allowed.</summary>
    public sealed class ExceededException : IOException;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var now = inner.Read(buffer);
        read += now;
        return read <= most ? now : throw new ExceededException();
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
