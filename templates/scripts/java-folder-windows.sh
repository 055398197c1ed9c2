java=()
while IFS= read -r option; do
  option=${option//\$APP_HOME\/lib/\$APPDIR}
  if [[ $option == *' '* ]]; then option="\"$option\""; fi
  java+=(--java-options "$option")
done <<< "$options"
if [[ -n $class ]]; then java+=(--main-class "$class"); fi
path=${path%%:*}
jpackage --type app-image --win-console --dest "build/$NAME" --name "$NAME" --input "$input" --main-jar "${path##*/}" \
  --runtime-image "$runtime" "${java[@]}"
mv "build/$NAME/$NAME" "build/$NAME/bin"
