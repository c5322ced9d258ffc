namespace Responsables.World;

/// <summary>A picture in points: two violet bands around a white one, 120 by 60, with a note of its author and bytes after its end.</summary>
public static class SamplePng
{
    public static byte[] Bytes => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAHgAAAA8CAIAAAAiz+n/AAAAEHRFWHRBdXRob3IAUXVlbHF1IHVu+LB3owAAAINJREFUeNrt0EERAEAIAzF84BBJZ/aQUR7prIGmpl+kH1rqb4EGDRo0aNCgQYMG"
        + "DRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGDRo0aNCgQYMGfQt6AWvWDAAeOMO5AAAAAElFTkSuQmCCVFJBSUxJTkc=");
}
