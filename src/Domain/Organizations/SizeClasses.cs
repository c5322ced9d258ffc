namespace Responsables.Domain.Organizations;

/// <summary>How staff gives a size class, and the node of each class.</summary>
public static class SizeClasses
{
    extension(SizeClass)
    {
        /// <summary>The class of this staff; <see cref="SizeClass.Unknown"/> without one.</summary>
        public static SizeClass Of(decimal? staff) => staff switch
        {
            null => SizeClass.Unknown,
            < 50 => SizeClass.Under50,
            < 250 => SizeClass.From50,
            < 500 => SizeClass.From250,
            < 1000 => SizeClass.From500,
            _ => SizeClass.From1000,
        };
    }

    /// <summary>The node that gathers the bodies of this class.</summary>
    public static NodeKey Node(this SizeClass size) => new(size switch
    {
        SizeClass.Under50 => "size-under-50",
        SizeClass.From50 => "size-50-249",
        SizeClass.From250 => "size-250-499",
        SizeClass.From500 => "size-500-999",
        SizeClass.From1000 => "size-1000",
        _ => "size-unknown",
    });
}
