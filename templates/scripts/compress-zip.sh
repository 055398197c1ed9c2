find . -type f -printf '%P\n' | sort | zip -9 -X -q -@ "../../dist/$archive"
