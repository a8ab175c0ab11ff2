import './app/global.css'
import { boot } from './app/boot.ts'

void boot()
